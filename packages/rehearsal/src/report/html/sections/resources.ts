import { counted, type PropertyRow, shorten, type TreeNode } from "../../view";
import { type Html, html } from "../escape";
import { stackLabels } from "../stack-names";
import type { Section } from "./section";

/** Where each resource is on the page. */
export interface ResourceAnchors {
  /** The anchor of a resource by its URN in any stack. */
  of(urn: string): string | undefined;
}

/** Components of estates up to this size are shown open. */
const OPEN_UP_TO = 80;

/** Gives every resource of the tree an anchor. */
export function anchorsOf(tree: readonly TreeNode[]): ResourceAnchors {
  const byUrn = new Map<string, string>();
  const walk = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      const anchor = `resource-${byUrn.size}`;
      for (const { urn } of node.in.values()) byUrn.set(urn, anchor);
      walk(node.children);
    }
  };
  walk(tree);
  return { of: (urn) => byUrn.get(urn) };
}

/** What would be created, as the components make it. */
export function resourcesSection(
  stacks: readonly string[],
  tree: readonly TreeNode[],
  anchors: ResourceAnchors,
): Section {
  const size = tree.reduce((total, node) => total + node.size, 0);
  const open = size <= OPEN_UP_TO;
  return {
    id: "resources",
    title: "What would be created",
    short: "Resources",
    count: size,
    body:
      size === 0
        ? html`<p class="none">The program creates nothing.</p>`
        : html`<ul class="tree">${tree.map((node) => nodeMarkup(node, stacks, anchors, open))}</ul>`,
  };
}

function nodeMarkup(node: TreeNode, stacks: readonly string[], anchors: ResourceAnchors, open: boolean): Html {
  const instances = [...node.in.values()];
  const [first] = instances;
  const component = instances.every(({ custom }) => !custom);
  return html`<li data-item data-stacks="${node.stacks.join(" ")}"><details id="${anchors.of(first?.urn ?? "")}"${component && open && html` open`}><summary><span class="name">${node.label.name}</span> <span class="type">${node.label.type}</span>${
    component && html` <small>${counted(node.size, "resource")}</small>`
  }${stackLabels(node.stacks, stacks.length)}${instances.some(({ protect }) => protect) && html` <span class="label">protected</span>`}${
    instances.some(({ read }) => read) && html` <span class="label">only read</span>`
  }${node.violates.length > 0 && html` <span class="label stops">${counted(node.violates.length, "violation")}</span>`}</summary>
${node.children.length > 0 && html`<ul>${node.children.map((child) => nodeMarkup(child, stacks, anchors, open))}</ul>`}${inputsMarkup(node, stacks)}</details></li>
`;
}

function inputsMarkup({ inputs, violates, in: instances, children }: TreeNode, stacks: readonly string[]): Html {
  const urn = [...instances.values()][0]?.urn;
  const body = html`${violates.map(({ id, title }) => html`<p class="violates"><a href="#${id}">${title}</a></p>`)}${inputs.map((row) => inputLine(row, stacks))}<p class="urn">${urn}</p>`;
  return children.length > 0
    ? html`<details class="arguments"><summary>arguments</summary><div class="inputs">${body}</div></details>`
    : html`<div class="inputs">${body}</div>`;
}

function inputLine({ path, values }: PropertyRow, stacks: readonly string[]): Html {
  const groups = new Map<string, string[]>();
  for (const [index, value] of values.entries())
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), stacks[index] ?? ""]);
  const [only] = [...groups];
  if (groups.size === 1 && only) return html`<p><i>${path}</i> ${shorten(only[0])}</p>`;
  return html`<p class="differs"><i>${path}</i>${[...groups].map(([value, names]) => html` <b>${names.join(", ")}</b> ${shorten(value)}`)}</p>`;
}
