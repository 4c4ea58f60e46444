import type { StackRehearsal } from "../../document";
import { type RehearsalView, resultsOf } from "../view";
import { programCase, refusalCases, resultCases } from "./cases";
import { type Element, xmlDocument } from "./xml";

/**
 * A rehearsal as JUnit XML. Each pack of each stack is a suite, each verdict a case: a violation is a failure, what is
 * waived, undetermined or not applicable is skipped with its reason. What Azure refuses, and a program that stopped,
 * are a suite of their own.
 */
export function junitReport({ project, stacks, at }: RehearsalView): string {
  const suites = stacks.flatMap((stack) => suitesOf(stack, at.replace(/\.\d+Z$/, "")));
  return xmlDocument({
    name: "testsuites",
    attributes: {
      name: project,
      ...total(suites),
      time: stacks.reduce((seconds, stack) => seconds + stack.seconds, 0).toFixed(3),
    },
    children: suites,
  });
}

function suitesOf(stack: StackRehearsal, timestamp: string): Element[] {
  const results = resultsOf(stack);
  const names = new Set([...stack.packs.map(({ name }) => name), ...results.map(({ verdict }) => verdict.pack)]);
  const own = [...programCase(stack), ...refusalCases(stack)];
  return [
    suite(`${stack.stack} / program`, stack, timestamp, stack.seconds, own),
    ...[...names].map((pack) =>
      suite(
        `${stack.stack} / ${pack}`,
        stack,
        timestamp,
        0,
        resultCases(results.filter(({ verdict }) => verdict.pack === pack)),
      ),
    ),
  ];
}

function suite(
  name: string,
  { stack, mode }: StackRehearsal,
  timestamp: string,
  seconds: number,
  cases: Element[],
): Element {
  const holding = (child: string) =>
    cases.filter(({ children = [] }) => children.some((element) => element.name === child)).length;
  return {
    name: "testsuite",
    attributes: {
      name,
      tests: cases.length,
      failures: holding("failure"),
      errors: holding("error"),
      skipped: holding("skipped"),
      time: seconds.toFixed(3),
      timestamp,
    },
    children: [
      {
        name: "properties",
        children: [
          { name: "property", attributes: { name: "stack", value: stack } },
          { name: "property", attributes: { name: "mode", value: mode } },
        ],
      },
      ...cases,
    ],
  };
}

function total(suites: readonly Element[]): Record<string, number> {
  return Object.fromEntries(
    ["tests", "failures", "errors", "skipped"].map((count) => [
      count,
      suites.reduce((sum, { attributes }) => sum + Number(attributes?.[count]), 0),
    ]),
  );
}
