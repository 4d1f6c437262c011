const COLUMNS = [
  { name: "Case", of: (one) => one.case, text: String },
  { name: "Dice", of: (one) => one.foreground.dice, text: ratio },
  { name: "Mean label Dice", of: meanLabelDice, text: ratio },
  { name: "Labels", of: (one) => Object.keys(one.labels).length, text: count },
  { name: "Jaccard", of: (one) => one.foreground.jaccard, text: ratio },
  { name: "Precision", of: (one) => one.foreground.precision, text: ratio },
  { name: "Recall", of: (one) => one.foreground.recall, text: ratio },
  { name: "False positives", of: (one) => one.foreground.false_positives, text: count },
  { name: "False negatives", of: (one) => one.foreground.false_negatives, text: count },
];

const body = element("tbody");
const rows = new Map();
let sorting = { column: COLUMNS[1], isUp: true };

function compare(a, b) {
  const x = sorting.column.of(a);
  const y = sorting.column.of(b);
  // What is missing comes last, up or down.
  if (x === null || y === null) {
    return (x === null) - (y === null);
  }
  const order =
    typeof x === "number" ? x - y : x.localeCompare(y, "en", { numeric: true });
  return sorting.isUp ? order : -order;
}

function arrange() {
  const wanted = document.getElementById("filter").value.toLowerCase();
  const found = [...scored].sort(compare).filter((one) => one.case.toLowerCase().includes(wanted));
  body.replaceChildren(...found.flatMap((one) => rows.get(one)));
  document.getElementById("shown").textContent = `${found.length} of ${scored.length}`;
}

function heading(column) {
  const button = element("button", { type: "button" }, column.name);
  const head = element("th", { scope: "col", "aria-sort": "none" }, button);
  button.addEventListener("click", () => {
    const isSame = sorting.column === column;
    // Names go up first, numbers with the lowest first too: the worst are what one looks for.
    sorting = { column, isUp: isSame ? !sorting.isUp : true };
    mark();
    arrange();
  });
  column.head = head;
  return head;
}

function mark() {
  for (const column of COLUMNS) {
    const isSorted = column === sorting.column;
    const direction = sorting.isUp ? "ascending" : "descending";
    column.head.setAttribute("aria-sort", isSorted ? direction : "none");
  }
}

function row(one) {
  const button = element("button", { type: "button", "aria-expanded": "false" }, one.case);
  const cells = COLUMNS.slice(1).map((column) => element("td", {}, column.text(column.of(one))));
  const line = element("tr", { class: "case" }, element("td", {}, button), ...cells);
  // The button's click comes here too.
  line.addEventListener("click", () => toggle(one));
  return line;
}

function toggle(one) {
  const [line, shown] = rows.get(one);
  const isOpen = shown !== undefined;
  line.classList.toggle("open", !isOpen);
  line.querySelector("button").setAttribute("aria-expanded", String(!isOpen));
  if (isOpen) {
    shown.remove();
    rows.set(one, [line]);
  } else {
    const added = element("tr", { class: "details" }, element("td", { colspan: COLUMNS.length }, details(one)));
    rows.set(one, [line, added]);
    line.after(added);
  }
}

function open(one) {
  document.getElementById("filter").value = "";
  arrange();
  if (rows.get(one).length === 1) {
    toggle(one);
  }
  const button = rows.get(one)[0].querySelector("button");
  button.focus();
  button.scrollIntoView({ block: "center" });
}

function showCases() {
  scored.forEach((one) => rows.set(one, [row(one)]));
  const head = element("thead", {}, element("tr", {}, ...COLUMNS.map(heading)));
  document.querySelector("#cases .scroll").append(element("table", {}, head, body));
  document.getElementById("filter").addEventListener("input", arrange);
  mark();
  arrange();
  if (scored.length === 1) {
    toggle(scored[0]);
  }
}
