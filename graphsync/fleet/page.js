"use strict";
const body = document.querySelector("tbody");
const rows = [...body.rows];
const form = document.getElementById("filter");
const text = document.getElementById("text");
const severity = document.getElementById("severity");
const shown = document.getElementById("shown");

function filter() {
  const wanted = text.value.trim().toLowerCase();
  let count = 0;
  for (const row of rows) {
    const fits = row.textContent.toLowerCase().includes(wanted)
      && (!severity.value || row.dataset.severity === severity.value);
    row.hidden = !fits;
    count += fits ? 1 : 0;
  }
  shown.textContent = `${count} of ${rows.length} jobs`;
}

function sort(button) {
  const head = button.closest("th");
  const descending = head.getAttribute("aria-sort") === "ascending";
  for (const other of document.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const key = (row) => row.cells[Number(button.dataset.column)].dataset.key;
  rows.sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }) * (descending ? -1 : 1));
  body.append(...rows);
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", filter);
for (const button of document.querySelectorAll("th button")) button.addEventListener("click", () => sort(button));
filter();
