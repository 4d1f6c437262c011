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

/** More than these are drawn when they are asked for: each has a dot for each case. */
const FIRST_PLOTS = 12;

function showDistributions() {
  const section = document.getElementById("distributions");
  const plots = section.querySelector(".plots");
  const all = parts();
  plots.append(...all.slice(0, FIRST_PLOTS).map(plot));
  const more = section.querySelector("button");
  more.hidden = all.length <= FIRST_PLOTS;
  more.textContent = `Show ${all.length - FIRST_PLOTS} more`;
  more.addEventListener("click", () => {
    more.hidden = true;
    plots.append(...all.slice(FIRST_PLOTS).map(plot));
  });
}
