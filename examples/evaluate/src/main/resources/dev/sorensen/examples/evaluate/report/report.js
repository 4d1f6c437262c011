(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const data = JSON.parse(document.getElementById("data").textContent);
  const scored = data.cases.filter((one) => !one.error);
  const failed = data.cases.filter((one) => one.error);

  /** Makes an element; text among the children is shown as text, whatever is in it. */
  function element(name, attributes = {}, ...children) {
    return filled(document.createElement(name), attributes, children);
  }

  function drawing(name, attributes = {}, ...children) {
    return filled(document.createElementNS(SVG, name), attributes, children);
  }

  function filled(node, attributes, children) {
    for (const [key, value] of Object.entries(attributes)) {
      node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  }

  function isNumber(value) {
    return typeof value === "number" && Number.isFinite(value);
  }

  function ratio(value) {
    return isNumber(value) ? value.toFixed(4) : "–";
  }

  function count(value) {
    return isNumber(value) ? value.toLocaleString("en") : "–";
  }

  function title(label, node) {
    return node.name ? `${label} ${node.name}` : `label ${label}`;
  }

  /** All that is scored by itself: the foreground, and then each label by its number. */
  function parts() {
    const labels = Object.keys(data.summary.labels);
    return [
      {
        name: "foreground",
        spread: data.summary.foreground,
        of: (one) => one.foreground,
      },
      ...labels.map((label) => ({
        name: title(label, data.summary.labels[label]),
        spread: data.summary.labels[label],
        of: (one) => one.labels[label],
      })),
    ];
  }

  function meanLabelDice(one) {
    const dice = Object.values(one.labels).map((label) => label.dice);
    return dice.length ? dice.reduce((a, b) => a + b, 0) / dice.length : null;
  }

  function tile(value, name) {
    return element("div", { class: "tile" }, element("strong", {}, value), element("span", {}, name));
  }

  function showTiles() {
    const all = data.summary.foreground;
    document.getElementById("tiles").append(
      tile(count(scored.length), scored.length === 1 ? "case scored" : "cases scored"),
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

  const WIDTH = 420;
  const LEFT = 12;

  function across(value) {
    return LEFT + value * (WIDTH - 2 * LEFT);
  }

  function ticks(svg, top, bottom) {
    for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
      svg.append(
        drawing("line", { class: "axis", x1: across(tick), x2: across(tick), y1: top, y2: bottom }),
        drawing("text", { x: across(tick), y: bottom + 13, "text-anchor": "middle" }, String(tick)),
      );
    }
  }

  function plot(part) {
    const spread = part.spread;
    const svg = drawing("svg", {
      viewBox: `0 0 ${WIDTH} 62`,
      role: "img",
      "aria-label": `Dice of ${part.name}: ${spread.cases} cases, median ${ratio(spread.median)}, from ${ratio(spread.minimum)} to ${ratio(spread.maximum)}`,
    });
    ticks(svg, 6, 44);
    svg.append(
      drawing("line", { class: "median", x1: across(spread.minimum), x2: across(spread.maximum), y1: 25, y2: 25 }),
      drawing("rect", {
        class: "box",
        x: across(spread.lower_quartile),
        width: Math.max(1, across(spread.upper_quartile) - across(spread.lower_quartile)),
        y: 13,
        height: 24,
        rx: 2,
      }),
      drawing("line", { class: "median", x1: across(spread.median), x2: across(spread.median), y1: 13, y2: 37 }),
    );
    scored.forEach((one, index) => {
      const overlap = part.of(one);
      if (overlap && isNumber(overlap.dice)) {
        // Spread up and down, always alike, so that equal values can be told apart.
        const y = 25 + ((index * 7) % 17) - 8;
        const dot = drawing(
          "circle",
          { class: "dot", cx: across(overlap.dice), cy: y, r: 3.5 },
          drawing("title", {}, `${one.case}: ${ratio(overlap.dice)}`),
        );
        dot.addEventListener("click", () => open(one));
        svg.append(dot);
      }
    });
    return element("figure", {}, element("h3", {}, part.name), svg);
  }

  function showDistributions() {
    document.querySelector("#distributions .plots").append(...parts().map(plot));
  }

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

  function details(one) {
    const detail = element(
      "div",
      { class: "detail" },
      element(
        "p",
        { class: "files" },
        `Prediction ${one.prediction} (${one.prediction_type}), truth ${one.truth} (${one.truth_type}), ${one.shape.join(" × ")}`,
      ),
      slices(one),
    );
    if (one.dice_by_threshold) {
      detail.append(curve(one.dice_by_threshold));
    }
    detail.append(labelTable(one));
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
    if (worst.length === 0) {
      return element("p", {}, "Prediction and truth have the same foreground.");
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
        ),
      ),
    );
    for (const slice of worst) {
      const place = planes === 1 ? "" : `Slice ${slice.number} of ${planes}: `;
      all.append(
        element(
          "div",
          { class: "slice" },
          element(
            "p",
            { class: "hint" },
            `${place}Dice ${ratio(slice.dice)}, ${count(slice.false_positives)} false positive, ${count(slice.false_negatives)} false negative`,
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

  function curve(points) {
    const height = 180;
    const up = (dice) => 22 + (1 - dice) * (height - 50);
    let best = 0;
    points.dice.forEach((dice, i) => {
      best = dice > points.dice[best] ? i : best;
    });
    const text = `best at ${points.thresholds[best]}: Dice ${ratio(points.dice[best])}`;
    const svg = drawing("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": `Dice by threshold, ${text}` });
    ticks(svg, up(1), up(0));
    const line = points.thresholds.map((t, i) => `${across(t)},${up(points.dice[i])}`).join(" ");
    const isRight = points.thresholds[best] > 0.5;
    svg.append(
      drawing("line", { class: "half", x1: across(0.5), x2: across(0.5), y1: up(1), y2: up(0) }),
      drawing("line", { class: "axis", x1: across(0), x2: across(1), y1: up(0), y2: up(0) }),
      drawing("text", { x: across(0) - 3, y: up(1) + 4, "text-anchor": "end" }, "1"),
      drawing("polyline", { class: "line", points: line }),
      drawing("circle", { class: "best", cx: across(points.thresholds[best]), cy: up(points.dice[best]), r: 4 }),
      drawing(
        "text",
        {
          x: across(points.thresholds[best]) + (isRight ? -4 : 4),
          y: up(points.dice[best]) - 9,
          "text-anchor": isRight ? "end" : "start",
        },
        text,
      ),
    );
    return element("figure", { class: "curve" }, element("h3", {}, "Dice by threshold"), svg);
  }

  function labelTable(one) {
    const columns = ["dice", "jaccard", "precision", "recall", "true_positives", "false_positives", "false_negatives"];
    const lines = [["foreground", one.foreground], ...Object.entries(one.labels).map(([label, node]) => [title(label, node), node])];
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
            element("th", { scope: "row" }, name),
            ...columns.map((c) => element("td", {}, c.includes("_") ? count(node[c]) : ratio(node[c]))),
          ),
        ),
      ),
    );
    const reason = one.labels_not_scored ? element("p", { class: "hint" }, `Labels are not scored: ${one.labels_not_scored}.`) : "";
    return element("div", {}, element("h3", {}, "By label"), reason, element("div", { class: "scroll" }, table));
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

  document.getElementById("about").textContent =
    "How predicted segmentations overlap with the true ones. The Dice coefficient is 1 where both are the same, 0 where they share nothing.";
  showFailures();
  if (scored.length > 0) {
    showTiles();
    showSummary();
    showCases();
    document.getElementById("distributions").hidden = scored.length === 1;
    showDistributions();
  } else {
    for (const id of ["tiles", "summary", "distributions", "cases"]) {
      document.getElementById(id).hidden = true;
    }
  }
})();
