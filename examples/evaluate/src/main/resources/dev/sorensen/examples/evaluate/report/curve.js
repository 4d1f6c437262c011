function curve(points, threshold) {
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
  const isRight = points.thresholds[best] >= 0.5;
  if (threshold >= 0 && threshold <= 1) {
    svg.append(drawing("line", { class: "threshold", x1: across(threshold), x2: across(threshold), y1: up(1), y2: up(0) }));
  }
  svg.append(
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
