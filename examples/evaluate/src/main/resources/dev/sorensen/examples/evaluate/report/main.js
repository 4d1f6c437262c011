document.getElementById("about").textContent =
  "How predicted segmentations overlap with the true ones. The Dice coefficient is 1 where both are the same, 0 where they share nothing." +
  (scored.some((one) => one.verified)
    ? " Verified: the counts are those of the reference, which reads voxel by voxel."
    : "");
showProblems();
if (scored.length > 0) {
  showTiles();
  showSummary();
  showCases();
  showDistributions();
  // One case has no spread, and need not be found.
  for (const part of document.querySelectorAll("#summary, #distributions, #find")) {
    part.hidden = scored.length === 1;
  }
} else {
  for (const id of ["tiles", "summary", "distributions", "cases"]) {
    document.getElementById(id).hidden = true;
  }
}
