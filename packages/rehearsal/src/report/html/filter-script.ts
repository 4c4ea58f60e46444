/**
 * The page's only script: narrows every list to what matches. Without it the page shows everything. Opens a closed
 * resource that a link leads to, and everything before printing.
 */
export const filterScript = `"use strict";
(() => {
  const bar = document.getElementById("filter");
  const text = document.getElementById("filter-text");
  const stack = document.getElementById("filter-stack");
  const severity = document.getElementById("filter-severity");
  const told = document.getElementById("filter-result");
  const items = [...document.querySelectorAll("[data-item]")];
  const texts = new Map();
  bar.hidden = false;

  const words = (control) => control.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const textOf = (item) => {
    if (!texts.has(item)) {
      const rule = item.closest("[data-severity]");
      const about = rule === null ? "" : rule.querySelector("h4").textContent + " " + rule.querySelector(".meta").textContent;
      texts.set(item, [item.textContent, about, item.dataset.of ?? ""].join(" ").toLowerCase());
    }
    return texts.get(item);
  };
  const inStack = (item) => stack.value === "" || (item.dataset.stacks?.split(" ").includes(stack.value) ?? true);
  const inSeverity = (item) =>
    severity.value === "" || (item.closest("[data-severity]")?.dataset.severity ?? severity.value) === severity.value;

  const apply = () => {
    const wanted = words(text);
    const matches = (from) => wanted.every((word) => from.includes(word));
    const wholeBranches = new Set();
    let shown = 0;
    for (const item of items) {
      const summary = item.querySelector("summary");
      const whole = wholeBranches.has(item.parentElement.closest("[data-item]")) || (summary !== null && matches(summary.textContent.toLowerCase()));
      if (whole) wholeBranches.add(item);
      item.hidden = !((whole || matches(textOf(item))) && inStack(item) && inSeverity(item));
      if (!item.hidden) shown++;
    }
    for (const card of document.querySelectorAll("[data-severity]"))
      card.hidden = [...card.querySelectorAll("[data-item]")].every((item) => item.hidden);
    for (const group of document.querySelectorAll("tr.group")) {
      let row = group.nextElementSibling;
      let any = false;
      for (; row !== null && !row.classList.contains("group"); row = row.nextElementSibling) any ||= !row.hidden;
      group.hidden = !any;
    }
    for (const section of document.querySelectorAll("main section")) {
      const inside = [...section.querySelectorAll("[data-item]")];
      section.querySelector(".no-match").hidden = inside.length === 0 || inside.some((item) => !item.hidden);
    }
    const filtered = wanted.length > 0 || stack.value !== "" || severity.value !== "";
    told.textContent = filtered ? shown + " of " + items.length + " entries" : "";
  };
  for (const control of [text, stack, severity]) control.addEventListener("input", apply);

  const reveal = () => {
    let target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at !== null; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash !== "") reveal();
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("article details, .tree > li > details")) closed.open = true;
  });
})();
`;
