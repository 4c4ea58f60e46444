import { programs, ringfence } from "./run-cli";

test.each([
  [
    ["rehearse", "--stak", "prod"],
    /^ringfence: unknown option '--stak' \(Did you mean --stack\?\); see ringfence rehearse --help\n$/,
  ],
  [
    ["rehearse", "--mode", "down"],
    /^ringfence: option '--mode <mode>' argument 'down' is invalid\. Allowed choices are preview, up; see ringfence rehearse --help\n$/,
  ],
  [["rehearse", "--stack"], /^ringfence: option '-s, --stack <name>' argument missing; see .*\n$/],
  [["rehearse", ".", "surplus"], /^ringfence: too many arguments.*\n$/],
  [["rehears"], /^ringfence: unknown command 'rehears' \(Did you mean rehearse\?\); see ringfence --help\n$/],
  [
    ["simulate", "--port", "99999"],
    /^ringfence: .*A port is a whole number up to 65535; see ringfence simulate --help\n$/,
  ],
  [["rehearse", "--stack", "prod", "--all"], /^ringfence: --stack and --all exclude each other\n$/],
  [["rehearse", "/nowhere-at-all"], /^ringfence: .*nowhere-at-all.*\n$/],
])("%j ends with exit code 2 and one clear line", (args, line) => {
  const { status, stdout, stderr } = ringfence(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(line);
});

test("packs and their configurations pair up, or all mistakes are said at once", () => {
  const { status, stderr } = ringfence(
    ...["rehearse", `${programs}/judged`, "--policy-pack", "a", "--policy-pack", "b", "--policy-pack-config", "c"],
    ...["--config", "novalue"],
  );
  expect(status).toBe(2);
  expect(stderr).toBe(
    "ringfence: --policy-pack-config was given once and --policy-pack 2 times; give one configuration for each pack, in the same order, or none\n" +
      '--config takes key=value, not "novalue"\n',
  );
});

test("explains itself", () => {
  const help = ringfence("rehearse", "--help");
  expect(help).toMatchObject({ status: 0, stderr: "" });
  for (const words of [
    "Usage: ringfence rehearse [options] [dir]",
    "--policy-pack-config <file>",
    "Examples:",
    "Exit codes:",
  ])
    expect(help.stdout).toContain(words);
  expect(ringfence("--version")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(ringfence()).toMatchObject({ status: 2, stdout: "" });
});
