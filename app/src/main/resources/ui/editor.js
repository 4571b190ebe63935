// A click (or Enter) on a reference puts it where the cursor stands in the text.
const insert = (event) => {
  const pick = event.target.closest("[data-insert]");
  const field = document.getElementById("markdown");
  if (!pick || !field || (event.type === "keydown" && event.key !== "Enter")) return;
  event.preventDefault();
  field.setRangeText(pick.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.focus();
};
document.addEventListener("click", insert);
document.addEventListener("keydown", insert);
