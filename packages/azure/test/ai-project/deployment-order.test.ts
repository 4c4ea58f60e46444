import * as fc from "fast-check";
import { deploymentOrder, spilloverCircle } from "../../src/ai-project/deployment-order";

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

test("a spillover target comes before what spills into it, all else stays as given", () => {
  const rows = [{ name: "a" }, { name: "ptu", spilloverTo: "chat" }, { name: "b" }, { name: "chat" }];
  expect(names(deploymentOrder(rows))).toEqual(["a", "chat", "ptu", "b"]);
});

test("a circle is found and named", () => {
  const rows = [
    { name: "a", spilloverTo: "b" },
    { name: "b", spilloverTo: "c" },
    { name: "c", spilloverTo: "b" },
  ];
  expect(spilloverCircle(rows)).toEqual(["b", "c", "b"]);
  expect(() => deploymentOrder(rows)).toThrow("deployments spill over in a circle: b → c → b");
  expect(spilloverCircle([{ name: "a", spilloverTo: "a" }])).toEqual(["a", "a"]);
});

const rows = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .chain((all) =>
    fc.tuple(
      ...all.map((name) =>
        fc.option(fc.constantFrom(...all), { nil: undefined }).map((spilloverTo) => ({ name, spilloverTo })),
      ),
    ),
  );

test("any rows without a circle come out once each, every target before its source", () => {
  fc.assert(
    fc.property(rows, (given) => {
      fc.pre(spilloverCircle(given) === undefined);
      const ordered = names(deploymentOrder(given));
      expect(ordered.toSorted()).toEqual(names(given).toSorted());
      for (const { name, spilloverTo } of given)
        if (spilloverTo !== undefined) expect(ordered.indexOf(spilloverTo)).toBeLessThan(ordered.indexOf(name));
    }),
  );
});

test("rows are in a circle exactly when following them never ends", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const target = new Map(given.map(({ name, spilloverTo }) => [name, spilloverTo]));
      const endless = given.some(({ name }) => {
        let at: string | undefined = name;
        for (let steps = 0; steps <= given.length && at !== undefined; steps++) at = target.get(at);
        return at !== undefined;
      });
      expect(spilloverCircle(given) !== undefined).toBe(endless);
    }),
  );
});
