import { outboundHostProblems } from "../../src/networks/outbound-host";

const reason = "Policies are looked up there";

test("full host names are hosts", () => {
  const hosts = ["api.contoso.example", "*.blob.core.windows.net", "pypi.org"].map((host) => ({ host, reason }));
  expect(outboundHostProblems(hosts)).toEqual([]);
});

test("every mistake is named with its path", () => {
  const hosts = [
    { host: "https://api.contoso.example/v1", reason },
    { host: "pypi.org", reason: "" },
    { host: "pypi.org", reason },
    { host: "localhost", reason },
  ];
  const notHost = "is not a host name such as api.contoso.example; leave out scheme, port and path";
  expect(outboundHostProblems(hosts)).toEqual([
    { path: "[0].host", problem: `"https://api.contoso.example/v1" ${notHost}` },
    { path: "[1].reason", problem: "missing; say in one sentence why it is needed" },
    { path: "[2].host", problem: '"pypi.org" is in the list twice' },
    { path: "[3].host", problem: `"localhost" ${notHost}` },
  ]);
});
