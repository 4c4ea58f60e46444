import { Octokit } from "@octokit/rest";
import { itemText, markOf, type WorkItemRequest, type WorkItems } from "./work-items";

/** Where issues are kept and who writes them. */
export interface GitHubIssuesArgs {
  readonly owner: string;
  readonly repository: string;
  /** A token with the right to write issues of the repository. */
  readonly token: string;
  /** GitHub's address; another one of GitHub Enterprise. */
  readonly api?: string;
}

/** Milliseconds for one call. */
const TIMEOUT = 20_000;

/** An issue for each fingerprint, told by its label. */
export function gitHubIssues({ owner, repository: repo, token, api }: GitHubIssuesArgs): WorkItems {
  const octokit = new Octokit({
    auth: token,
    ...(api && { baseUrl: api }),
    request: { signal: undefined, timeout: TIMEOUT },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const repository = { owner, repo };
  const found = async (fingerprint: string) => {
    const { data } = await octokit.rest.issues.listForRepo({
      ...repository,
      labels: markOf(fingerprint),
      state: "all",
      sort: "created",
      direction: "asc",
      per_page: 100,
    });
    return data.filter((issue) => issue.pull_request === undefined);
  };
  const say = (issue_number: number, body: string) =>
    octokit.rest.issues.createComment({ ...repository, issue_number, body });
  const closeDuplicates = async (kept: number, others: readonly { number: number; state: string }[]) => {
    for (const { number, state } of others)
      if (state === "open") {
        await say(number, `The same as #${kept}.`);
        await octokit.rest.issues.update({
          ...repository,
          issue_number: number,
          state: "closed",
          state_reason: "not_planned",
        });
      }
  };
  const make = async (request: WorkItemRequest) => {
    const { message, fingerprint } = request;
    const label = markOf(fingerprint);
    const { data } = await octokit.rest.issues.create({
      ...repository,
      title: message.title,
      body: itemText(request),
      labels: ["incident", label],
    });
    const labels = data.labels.map((given) => (typeof given === "string" ? given : given.name));
    // GitHub leaves labels out without a word where the token may not set them; the issue would not be found again.
    if (!labels.includes(label))
      throw new Error(`issue #${data.number} of ${owner}/${repo} has no label ${label}: the token may not set labels`);
  };
  return {
    open: async (request) => {
      const [issue, ...duplicates] = await found(request.fingerprint);
      if (issue === undefined) return make(request);
      if (issue.state === "closed") {
        await octokit.rest.issues.update({ ...repository, issue_number: issue.number, state: "open" });
        await say(issue.number, itemText(request));
      }
      await closeDuplicates(issue.number, duplicates);
    },
    close: async (request) => {
      const [issue, ...duplicates] = await found(request.fingerprint);
      if (issue === undefined) return;
      if (issue.state === "open") {
        await say(issue.number, request.message.text);
        await octokit.rest.issues.update({
          ...repository,
          issue_number: issue.number,
          state: "closed",
          state_reason: "completed",
        });
      }
      await closeDuplicates(issue.number, duplicates);
    },
  };
}
