import { hunt } from "./hunt.ts";
import { mutants } from "./mutants.ts";

/** Always the same schedules here; `npm run torture` plays a hundred thousand, and others with another seed. */
const SEED = 7;

test("a thousand schedules of crashes, parallel workers and lost answers break no promise", async () => {
  expect(await hunt(1000, SEED)).toEqual({ played: 1000, seed: SEED });
}, 60_000);

test.each(Object.entries(mutants))(
  "a rotation that %s is caught",
  async (_name, mutant) => {
    expect((await hunt(3000, SEED, mutant)).found).toBeDefined();
  },
  60_000,
);
