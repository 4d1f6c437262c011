/** What was scored, as the page has it. */
const data = JSON.parse(document.getElementById("data").textContent);
const scored = data.cases.filter((one) => !one.error);
const failed = data.cases.filter((one) => one.error);

/** The labels that something has an entry for, ascending; JavaScript has numbers below 0 last. */
function inOrder(entries) {
  return Object.keys(entries)
    .map(BigInt)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map(String);
}

/** All that is scored by itself: the foreground, and then each label by its number. */
function parts() {
  const labels = inOrder(data.summary.labels);
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
