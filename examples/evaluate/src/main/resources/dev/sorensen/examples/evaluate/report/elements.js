const SVG = "http://www.w3.org/2000/svg";

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
