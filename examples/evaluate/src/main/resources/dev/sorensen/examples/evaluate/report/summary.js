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

function showFailures() {
  const section = document.getElementById("failures");
  section.hidden = failed.length === 0;
  for (const one of failed) {
    section.querySelector("ul").append(element("li", {}, `${one.case}: ${one.error}`));
  }
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
