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
