function tile(value, name) {
  return element("div", { class: "tile" }, element("strong", {}, value), element("span", {}, name));
}

function showTiles() {
  const tiles = document.getElementById("tiles");
  if (scored.length === 1) {
    const only = scored[0].foreground;
    tiles.append(
      tile(ratio(only.dice), "Dice, foreground"),
      tile(ratio(only.jaccard), "Jaccard"),
      tile(ratio(only.precision), "precision"),
      tile(ratio(only.recall), "recall"),
    );
    return;
  }
  const all = data.summary.foreground;
  tiles.append(
    tile(count(scored.length), "cases scored"),
    tile(count(failed.length), failed.length === 1 ? "case failed" : "cases failed"),
    tile(ratio(all.mean), "mean Dice, foreground"),
    tile(ratio(all.median), "median"),
    tile(ratio(all.minimum), "lowest"),
    tile(ratio(all.micro), "pooled"),
  );
}

function showList(id, cases, key) {
  const section = document.getElementById(id);
  section.hidden = cases.length === 0;
  section.querySelector("ul").append(...cases.map((one) => element("li", {}, `${one.case}: ${one[key]}`)));
}

function showProblems() {
  showList("failures", failed, "error");
  showList("warnings", scored.filter((one) => one.warning), "warning");
}

function showSummary() {
  const columns = [
    ["cases", "cases"],
    ["mean", "mean"],
    ["SD", "standard_deviation"],
    ["min", "minimum"],
    ["25 %", "lower_quartile"],
    ["median", "median"],
    ["75 %", "upper_quartile"],
    ["max", "maximum"],
    ["pooled", "micro"],
  ];
  const body = element("tbody");
  for (const part of parts()) {
    body.append(
      element(
        "tr",
        {},
        element("th", { scope: "row" }, part.name),
        ...columns.map(([, key]) =>
          element("td", {}, key === "cases" ? count(part.spread[key]) : ratio(part.spread[key])),
        ),
      ),
    );
  }
  const heads = ["", ...columns.map(([name]) => name)];
  document
    .querySelector("#summary .scroll")
    .append(
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...heads.map((h) => element("th", { scope: "col" }, h)))),
        body,
      ),
    );
}
