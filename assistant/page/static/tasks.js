// What can be done here: the buttons of tasks, and tables that their heads sort.
(() => {
  "use strict";
  function sort(head) {
    const column = head.cellIndex, table = head.closest("table"), body = table.tBodies[0];
    const rising = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const compare = new Intl.Collator(body.rows[0].cells[column].lang || undefined, { numeric: true }).compare;
    const key = (row) => row.cells[column].dataset.order ?? row.cells[column].textContent;
    // Rows without a word there stay below, whichever way.
    const rows = [...body.rows].sort((a, b) =>
      Number(!key(a)) - Number(!key(b)) || (rising ? 1 : -1) * compare(key(a), key(b)));
    body.append(...rows);
  }

  // The search of the text; of a sheet the text is opened first.
  function find(tries = 20) {
    const box = document.querySelector("#reader input[name=find]");
    if (box) {
      box.scrollIntoView({ block: "nearest" });
      box.focus();
    } else if (tries) {
      if (tries === 20) document.querySelector("#reader .tools .whole")?.click();
      setTimeout(() => find(tries - 1), 150);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (button?.matches("#reader th .sort")) sort(button.closest("th"));
    else if (button?.matches("#tasks .ask")) {
      document.querySelector("#views button[data-view=conversation]")?.click();
      document.querySelector("#question textarea")?.focus();
    } else if (button?.matches("#tasks .look")) {
      document.querySelector("#views button[data-view=text]")?.click();
      find();
    }
  });
})();
