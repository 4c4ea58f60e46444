import { type Severity, severityNames } from "@ringfence/core/severities";
import * as fc from "fast-check";
import { reachedSeverity } from "../../src/monitors/reached-severity";

const severity = fc.constantFrom(...severityNames);
const some = fc.subarray([...severityNames], { minLength: 1 });

test.each([
  ["Sev2", ["Sev0", "Sev2"], "Sev2"],
  ["Sev2", ["Sev0", "Sev1", "Sev3"], "Sev1"],
  ["Sev3", ["Sev0", "Sev4"], "Sev0"],
  ["Sev1", ["Sev3", "Sev4"], "Sev3"],
] as [Severity, Severity[], Severity][])(
  "an alert of %s in a ring with receivers for %j reaches %s",
  (own, having, reached) => {
    expect(reachedSeverity(own, having)).toBe(reached);
  },
);

test("an alert reaches nobody only where nobody has a receiver", () => {
  expect(reachedSeverity("Sev0", [])).toBeUndefined();
  fc.assert(fc.property(severity, some, (own, having) => having.includes(reachedSeverity(own, having) as Severity)));
});

test("an alert never goes to a less urgent severity while a more urgent one has receivers", () => {
  fc.assert(
    fc.property(severity, some, (own, having) => {
      const urgency = (name: Severity) => severityNames.indexOf(name);
      const reached = reachedSeverity(own, having) as Severity;
      return urgency(reached) <= urgency(own) || having.every((name) => urgency(name) > urgency(own));
    }),
  );
});
