// Shows where a passage or an entry leads, and keeps both halves of the page in step. Without it the links work all the same.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  const goal = document.getElementById(link.getAttribute("href").slice(1));
  if (!goal) return;
  event.preventDefault();
  for (const old of document.querySelectorAll(".now")) old.classList.remove("now");
  const number = goal.id.slice(1);
  for (const place of document.querySelectorAll(`[data-entry="${number}"], #e${number}`)) place.classList.add("now");
  goal.scrollIntoView({ block: "center", behavior: "smooth" });
});
