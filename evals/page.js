// Chooses the split that a corpus shows, and filters the questions.
for (const tabs of document.querySelectorAll(".tabs")) {
  const parts = document.querySelectorAll(`[data-part="${tabs.dataset.of}"]`);
  tabs.addEventListener("click", (event) => {
    const split = event.target.dataset.split;
    if (!split) return;
    for (const button of tabs.children) {
      button.setAttribute("aria-pressed", String(button.dataset.split === split));
    }
    for (const part of parts) part.hidden = part.dataset.split !== split;
  });
}

const filters = document.querySelector(".filters");
const questions = [...document.querySelectorAll("details.question")];

function filter() {
  const wanted = Object.fromEntries(new FormData(filters));
  const words = (wanted.words || "").normalize("NFC").toLowerCase();
  let shown = 0;
  for (const question of questions) {
    const held = ["corpus", "split", "category", "right"].every(
      (name) => !wanted[name] || question.dataset[name] === wanted[name],
    );
    question.hidden = !held || (words && !question.textContent.toLowerCase().includes(words));
    shown += question.hidden ? 0 : 1;
  }
  filters.querySelector("output").textContent = `${shown} / ${questions.length}`;
}

filters.addEventListener("input", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
filter();
