"""One module a job: the sentences that join the stages."""
