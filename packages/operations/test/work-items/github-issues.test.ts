import { gitHubIssues, type WorkItems } from "@ringfence/operations/work-items";
import { type Answer, type Call, localService } from "./local-service";
import { over, request } from "./requests";

interface Issue {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed";
  labels: { name: string }[];
  comments: string[];
  pull_request?: object;
}

/** Issues as GitHub's REST API keeps them: list by label, create, change, comment. */
function gitHub() {
  const issues: Issue[] = [];
  const settings = { mayLabel: true, fail: undefined as ((call: Call) => number | undefined) | undefined };
  const root = "/repos/contoso/claims/issues";
  const answer = (call: Call): Answer => {
    const failed = settings.fail?.(call);
    if (failed !== undefined) return { status: failed, body: { message: "planted" } };
    if (call.headers.authorization !== "token planted-token")
      return { status: 401, body: { message: "Bad credentials" } };
    const { method, url } = call;
    const [, number, part] = new RegExp(`^${root}/(\\d+)(/comments)?$`).exec(url.pathname) ?? [];
    const issue = issues.find((one) => one.number === Number(number));
    if (url.pathname === root && method === "GET") {
      const labels = url.searchParams.get("labels")?.split(",") ?? [];
      expect(url.searchParams.get("state")).toBe("all");
      const listed = issues.filter((one) => labels.every((label) => one.labels.some(({ name }) => name === label)));
      return { status: 200, body: listed };
    }
    if (url.pathname === root && method === "POST") {
      const given = call.body as { title: string; body: string; labels: string[] };
      const labels = settings.mayLabel ? given.labels.map((name) => ({ name })) : [];
      const made: Issue = { ...given, labels, number: issues.length + 1, state: "open", comments: [] };
      issues.push(made);
      return { status: 201, body: made };
    }
    if (issue && part === "/comments" && method === "POST") {
      issue.comments.push((call.body as { body: string }).body);
      return { status: 201, body: { id: 1 } };
    }
    if (issue && method === "PATCH") {
      Object.assign(issue, call.body);
      return { status: 200, body: issue };
    }
    return { status: 404, body: { message: "Not Found" } };
  };
  return { issues, settings, answer };
}

let hub: ReturnType<typeof gitHub>;
let service: Awaited<ReturnType<typeof localService>>;
let items: WorkItems;

beforeEach(async () => {
  hub = gitHub();
  service = await localService((call) => hub.answer(call));
  items = gitHubIssues({ owner: "contoso", repository: "claims", token: "planted-token", api: service.address });
});

afterEach(() => service.close());

test("opens one issue however often it is asked, with what somebody needs to begin", async () => {
  await items.open(request);
  await items.open(request);
  expect(hub.issues).toHaveLength(1);
  expect(hub.issues[0]).toMatchObject({
    title: "[Sev1] model-callers-turned-away on ais-claims",
    state: "open",
    labels: [{ name: "incident" }, { name: "ringfence-0123456789abcdef" }],
    comments: [],
  });
  expect(hub.issues[0]?.body).toContain(
    "Runbook: https://github.com/contoso/claims/blob/main/runbooks/quota-exhaustion.md",
  );
});

test("closes it when it is gone, once, and opens the same one again", async () => {
  await items.open(request);
  await items.close(over);
  await items.close(over);
  expect(hub.issues).toMatchObject([{ state: "closed", comments: ["The incident is over."] }]);
  await items.open(request);
  expect(hub.issues).toMatchObject([{ state: "open" }]);
  expect(hub.issues[0]?.comments).toHaveLength(2);
});

test("a crash after the issue was made makes no second one", async () => {
  let crash = true;
  hub.settings.fail = (call) => {
    if (!crash || call.method !== "POST") return undefined;
    crash = false;
    hub.settings.fail = undefined;
    hub.answer(call);
    return 502;
  };
  await expect(items.open(request)).rejects.toThrow();
  await items.open(request);
  expect(hub.issues).toHaveLength(1);
});

test("of two that were made at the same time, the older one stays", async () => {
  await items.open(request);
  hub.issues.push({ ...(hub.issues[0] as Issue), number: 2, comments: [] });
  await items.open(request);
  expect(hub.issues).toMatchObject([{ state: "open" }, { state: "closed", comments: ["The same as #1."] }]);
});

test("closing what was never opened does nothing; pull requests are no issues", async () => {
  await items.open(request);
  hub.issues[0] = { ...(hub.issues[0] as Issue), pull_request: {} };
  await items.close(over);
  expect(hub.issues[0]).toMatchObject({ state: "open", comments: [] });
});

test("says so when the token may not set the label by which the issue is found again", async () => {
  hub.settings.mayLabel = false;
  await expect(items.open(request)).rejects.toThrow(
    "issue #1 of contoso/claims has no label ringfence-0123456789abcdef: the token may not set labels",
  );
});

test("no error says the token", async () => {
  hub.settings.fail = () => 403;
  const error: unknown = await items.open(request).catch((caught: unknown) => caught);
  expect(`${String(error)} ${(error as Error).stack}`).not.toContain("planted-token");
});
