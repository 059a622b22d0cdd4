"""Profiles of Hypothesis: `dev` while writing (the same examples each time in continuous integration), `ci` with each test run, `prove` for the long one (HYPOTHESIS_PROFILE chooses)."""

import os

from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_QUIET, derandomize="CI" in os.environ)
settings.register_profile("ci", max_examples=200, deadline=None, suppress_health_check=_QUIET, derandomize=True)
settings.register_profile("prove", max_examples=2000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
