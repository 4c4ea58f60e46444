import { junitReport } from "../../../src/report/junit";
import { viewOf } from "../../../src/report/view";
import { estate, rehearsal } from "../fixture/estate";
import { hostileEstate } from "../fixture/hostile-estate";
import { parseXml, type XmlElement } from "./parse-xml";

const reportOf = (document: Parameters<typeof viewOf>[0]) => parseXml(junitReport(viewOf(document)));
const named = ({ children }: XmlElement, name: string) => children.filter((child) => child.name === name);
const holding = (cases: readonly XmlElement[], name: string) => cases.filter((one) => named(one, name).length > 0);

test.each([
  ["a clear estate", estate()],
  ["a blocked estate", estate({ bad: true })],
  ["hostile texts", hostileEstate()],
])("the attributes of %s count what is there", (_, document) => {
  const root = reportOf(document);
  const suites = named(root, "testsuite");
  for (const suite of suites) {
    const cases = named(suite, "testcase");
    expect(suite.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(holding(cases, "failure").length),
      errors: String(holding(cases, "error").length),
      skipped: String(holding(cases, "skipped").length),
    });
  }
  for (const count of ["tests", "failures", "errors", "skipped"])
    expect(Number(root.attributes[count])).toBe(
      suites.reduce((sum, { attributes }) => sum + Number(attributes[count]), 0),
    );
});

test("each pack of each stack is a suite, and its cases have names of their own", () => {
  const suites = named(reportOf(estate({ bad: true })), "testsuite");
  expect(suites.map(({ attributes }) => attributes.name).filter((name) => name?.startsWith("prod"))).toEqual([
    "prod / program",
    "prod / tagging",
    "prod / secret-age",
    "prod / preview-isolation",
  ]);
  for (const suite of suites) {
    const keys = named(suite, "testcase").map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("a violation fails with its fix; what is waived, undetermined or not applicable is skipped and says why", () => {
  const cases = named(reportOf(estate({ bad: true })), "testsuite").flatMap((suite) => named(suite, "testcase"));
  const failing = holding(cases, "failure").find(({ attributes }) => attributes.name?.includes("claims-vault"));
  expect(failing?.attributes).toMatchObject({
    classname: "prod.secret-age.vault-purge-protection",
    name: "vault-purge-protection: claims-vault (keyvault:Vault)",
  });
  expect(failing && named(failing, "failure")[0]).toMatchObject({
    attributes: {
      type: "critical mandatory",
      message: "Deleted vaults cannot be purged: properties.enablePurgeProtection is false.",
    },
    text: expect.stringContaining("Fix: Set properties.enablePurgeProtection to true."),
  });
  const reasons = holding(cases, "skipped").map((one) => named(one, "skipped")[0]?.attributes.message);
  expect(reasons).toContain(
    "Waived until 2026-12-31 by claims-platform@contoso.example: properties.model.version: missing",
  );
  expect(reasons).toContain("Undetermined: properties.tenantId is not known before deployment.");
  expect(reasons.some((reason) => reason?.startsWith("Not applicable: "))).toBe(true);
});

test("a program that stopped is an error, what Azure refuses a failure", () => {
  const stack = { ...rehearsal("prod", true), programError: "Error: no <region>\n\u0007  at index.ts:3" };
  const [program] = named(reportOf({ ...estate(), stacks: [stack] }), "testsuite");
  expect(program?.attributes).toMatchObject({ tests: "2", failures: "1", errors: "1" });
  const [ends, refused] = program ? named(program, "testcase") : [];
  expect(ends && named(ends, "error")[0]?.text).toBe("Error: no <region>\n\ufffd  at index.ts:3");
  expect(refused?.attributes.name).toBe("Azure accepts assistant-embed (cognitiveservices:Deployment)");
});
