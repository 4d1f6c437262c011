function details(one) {
  const above = one.dice_by_threshold ? `, probabilities above ${one.threshold} are foreground` : "";
  const detail = element(
    "div",
    { class: "detail" },
    element(
      "p",
      { class: "files" },
      `Prediction ${one.prediction} (${one.prediction_type}), truth ${one.truth} (${one.truth_type}), ${one.shape.join(" × ")}${above}`,
    ),
    slices(one),
  );
  if (one.dice_by_threshold) {
    detail.append(curve(one.dice_by_threshold, one.threshold));
  }
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => {
    toggle(one);
    rows.get(one)[0].querySelector("button").focus();
  });
  detail.append(labelTable(one), close);
  return detail;
}

function picture(source, name) {
  return element(
    "figure",
    {},
    element("img", { src: source, alt: `${name}, a picture` }),
    element("figcaption", {}, name),
  );
}

function slices(one) {
  const worst = one.worst_slices ?? [];
  const byLabel = one.label_colours !== undefined;
  if (worst.length === 0) {
    return element("p", {}, `Prediction and truth have the same ${byLabel ? "labels" : "foreground"}.`);
  }
  const planes = one.shape.slice(2).reduce((a, b) => a * b, 1);
  const all = element(
    "div",
    { class: "slices" },
    element(
      "div",
      {},
      element("h3", {}, planes === 1 ? "Where they differ" : "Slices with the most wrong voxels"),
      element(
        "ul",
        { class: "legend" },
        element("li", { class: "agreement" }, "agreement"),
        element("li", { class: "false-positive" }, "false positive: predicted alone"),
        element("li", { class: "false-negative" }, "false negative: missed"),
        byLabel ? element("li", { class: "other-label" }, "another label") : "",
      ),
      byLabel
        ? element("p", { class: "hint" }, "Truth and prediction have the colours of the labels in the table below.")
        : "",
    ),
  );
  for (const slice of worst) {
    const other = byLabel ? `, ${count(slice.other_label)} of another label` : "";
    const place = planes === 1 ? "" : `Slice ${slice.number} of ${planes}: `;
    all.append(
      element(
        "div",
        { class: "slice" },
        element(
          "p",
          { class: "hint" },
          `${place}Dice ${ratio(slice.dice)}, ${count(slice.false_positives)} false positive, ${count(slice.false_negatives)} false negative${other}`,
        ),
        element(
          "div",
          { class: "pictures" },
          picture(slice.truth_picture, "truth"),
          picture(slice.prediction_picture, "prediction"),
          picture(slice.difference_picture, "difference"),
        ),
      ),
    );
  }
  return all;
}

/** Shows which colour a label has in the pictures, if it has one. */
function swatch(one, label) {
  if (one.label_colours === undefined) {
    return [];
  }
  const colour = element("span", { class: "swatch" });
  colour.style.background = one.label_colours[label];
  return [colour];
}

function labelTable(one) {
  const columns = ["dice", "jaccard", "precision", "recall", "true_positives", "false_positives", "false_negatives"];
  const lines = [
    [["foreground"], one.foreground],
    ...inOrder(one.labels).map((label) => [[...swatch(one, label), title(label, one.labels[label])], one.labels[label]]),
  ];
  const table = element(
    "table",
    {},
    element(
      "thead",
      {},
      element("tr", {}, ...["", ...columns].map((c) => element("th", { scope: "col" }, c.replace("_", " ")))),
    ),
    element(
      "tbody",
      {},
      ...lines.map(([name, node]) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, ...name),
          ...columns.map((c) => element("td", {}, c.includes("_") ? count(node[c]) : ratio(node[c]))),
        ),
      ),
    ),
  );
  const reason = one.labels_not_scored ? element("p", { class: "hint" }, `Labels are not scored: ${one.labels_not_scored}.`) : "";
  return element("div", {}, element("h3", {}, "By label"), reason, element("div", { class: "scroll" }, table));
}
