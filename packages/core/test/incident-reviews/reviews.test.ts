import { type ReviewedIncident, readReview, reviewFindings, reviewTemplate } from "@ringfence/core/incident-reviews";
import { severityNames } from "@ringfence/core/severities";

const calendar = { timeZone: "Europe/Stockholm", holidays: ["2026-11-26"] };
const id = "0123456789abcdef-20261120T030000Z";
const incident: ReviewedIncident = {
  id,
  title: "Callers are turned away",
  severity: "Sev1",
  resolvedAt: new Date("2026-11-20T05:00:00Z"),
};
const fresh = reviewTemplate({
  incident: id,
  title: "Callers are turned away",
  severity: "Sev1",
  opened: "2026-11-20T03:00:00Z",
  acknowledged: "2026-11-20T03:07:00Z",
  resolved: "2026-11-20T05:00:00Z",
  owner: "ada@contoso.example",
});

const moment = (text: string) => new Date(text);
const said = (text: string | undefined, now: string) =>
  reviewFindings([incident], text === undefined ? [] : [readReview("reviews/r.md", text)], calendar, moment(now)).map(
    ({ kind, says }) => `${kind}: ${says}`,
  );

test("a fresh template is a draft without a mistake", () => {
  const { review, problems } = readReview("reviews/r.md", fresh);
  expect(problems).toEqual([]);
  expect(review).toMatchObject({ incident: id, status: "draft", actions: [], acknowledged: "2026-11-20T03:07:00Z" });
});

test("no review is reported once five working days and a day off have passed, and not before", () => {
  expect(said(undefined, "2026-11-30T22:59:59Z")).toEqual([]);
  expect(said(undefined, "2026-11-30T23:00:00Z")).toEqual([
    'missing: the Sev1 incident "Callers are turned away" was to be reviewed by 2026-11-30; there is no review',
  ]);
});

test("a draft does not count as held", () => {
  expect(said(fresh, "2026-12-02T00:00:00Z")).toEqual([
    'not-held: the Sev1 incident "Callers are turned away" was to be reviewed by 2026-11-30; reviews/r.md is a draft',
  ]);
});

const held = fresh
  .replace("status: draft", 'status: held\nheld: "2026-11-24"')
  .replaceAll("_To be written._", "It was written.");

test("a review that was held on time leaves nothing to report", () => {
  expect(said(held, "2026-12-02T00:00:00Z")).toEqual([]);
});

test("an action that is not done is reported from the end of its day, in the team's time zone", () => {
  const action = "actions:\n  - what: ask for quota\n    owner: ada\n    due: 2026-12-15\n";
  const withAction = held.replace("actions: []\n", action);
  expect(said(withAction, "2026-12-15T22:59:59Z")).toEqual([]);
  expect(said(withAction, "2026-12-15T23:00:00Z")).toEqual([
    'action-overdue: "ask for quota" of ada was to be done by 2026-12-15 (reviews/r.md)',
  ]);
  expect(
    said(withAction.replace("due: 2026-12-15\n", "due: 2026-12-15\n    done: 2026-12-01\n"), "2027-01-01T00:00:00Z"),
  ).toEqual([]);
});

test("Sev0, Sev1 and Sev2 are reviewed, Sev3 and Sev4 are not", () => {
  const reviewed = severityNames.filter(
    (severity) => reviewFindings([{ ...incident, severity }], [], calendar, moment("2027-01-01T00:00:00Z")).length > 0,
  );
  expect(reviewed).toEqual(["Sev0", "Sev1", "Sev2"]);
});

test("says every mistake of a file at once, with its place", () => {
  const broken = held
    .replace(id, "the outage")
    .replace("severity: Sev1", "severity: high")
    .replace("actions: []", "actions:\n  - what: ask for quota\n    due: soon")
    .replace("opened: 2026-11-20T03:00:00Z", "opened: yesterday")
    .replace("owner: ada@contoso.example", "author: ada");
  expect(readReview("r.md", broken).problems).toEqual([
    { path: "incident", problem: '"the outage" is not an incident\'s id' },
    { path: "severity", problem: '"high" is not one of Sev0, Sev1, Sev2, Sev3, Sev4' },
    { path: "opened", problem: '"yesterday" is not a time such as 2026-11-21T03:05:00Z' },
    { path: "owner", problem: "missing; who leads the review" },
    { path: "actions[0].owner", problem: "missing; who does it" },
    { path: "actions[0].due", problem: '"soon" is not a day such as 2026-12-24' },
    {
      path: "author",
      problem:
        "not a key of a review; one of incident, title, severity, opened, acknowledged, mitigated, resolved, owner, status, held, actions",
    },
  ]);
});

test("a held review has every section written", () => {
  const half = held.replace("## Timeline", "## Times").replace("It was written.", "");
  expect(readReview("r.md", half).problems).toEqual([
    { path: "What happened", problem: "not written, though the review was held" },
    { path: "Timeline", problem: "missing; a review has this section" },
  ]);
});

test("a page that is no review at all is said to be none", () => {
  expect(readReview("r.md", "# Hello\n").problems).toEqual([
    { path: "front matter", problem: "missing; YAML between two lines of ---" },
  ]);
});
