import { azureBoards, type WorkItems } from "@ringfence/operations/work-items";
import { getPersonalAccessTokenHandler } from "azure-devops-node-api";
import { type Answer, type Call, localService } from "./local-service";
import { over, request } from "./requests";

interface Item {
  id: number;
  type: string;
  fields: Record<string, string>;
  history: string[];
}

/** The places that the client library asks for before its first call (azure-devops-node-api, ILocationsApi). */
const places = [
  {
    id: "e81700f7-3be2-46de-8624-2eb35882fcaa",
    area: "Location",
    resourceName: "ResourceAreas",
    routeTemplate: "_apis/{resource}/{areaId}",
  },
  {
    id: "1a9c53f7-f243-4447-b110-35ef023636e4",
    area: "wit",
    resourceName: "wiql",
    routeTemplate: "{project}/_apis/{area}/{resource}",
  },
  {
    id: "72c7ddf8-2cdc-4f60-90cd-ab71c14a399b",
    area: "wit",
    resourceName: "workItems",
    routeTemplate: "{project}/_apis/{area}/{resource}/{id}",
  },
  {
    id: "62d3d110-0047-428c-ad3c-4fe872c91c74",
    area: "wit",
    resourceName: "workItemTypes",
    routeTemplate: "{project}/_apis/{area}/workItems/$".concat("{type}"),
  },
].map((place) => ({ ...place, resourceVersion: 3, minVersion: "1.0", maxVersion: "7.2", releasedVersion: "7.1" }));

/** Work items as Azure Boards keeps them: the locations, a query by tag, create, read, change. */
function boards() {
  const items: Item[] = [];
  const patched = (item: Item, patch: readonly { path: string; value: string }[]) => {
    for (const { path, value } of patch) {
      const field = path.replace("/fields/", "");
      if (field === "System.History") item.history.push(value);
      else item.fields[field] = value;
    }
    return item;
  };
  const answer = ({ method, url, body, headers }: Call): Answer => {
    if (headers.authorization !== `Basic ${Buffer.from("PAT:planted-token").toString("base64")}`)
      return { status: 401, body: {} };
    if (method === "OPTIONS") return { status: 200, body: { count: places.length, value: places } };
    if (/\/_apis\/ResourceAreas/i.test(url.pathname)) return { status: 200, body: { count: 0, value: [] } };
    if (/\/_apis\/wit\/wiql$/i.test(url.pathname)) {
      const [, tag = "none"] = /CONTAINS '([^']+)'/.exec((body as { query: string }).query) ?? [];
      const found = items.filter(({ fields }) => fields["System.Tags"]?.split("; ").includes(tag));
      return { status: 200, body: { queryType: "flat", workItems: found.map(({ id }) => ({ id })) } };
    }
    const [, last = ""] = /\/_apis\/wit\/workItems\/?(.*)$/i.exec(decodeURIComponent(url.pathname)) ?? [];
    if (method === "GET") {
      const ids = (url.searchParams.get("ids") ?? "").split(",").map(Number);
      return { status: 200, body: { value: items.filter(({ id }) => ids.includes(id)) } };
    }
    const patch = body as { path: string; value: string }[];
    if (last.startsWith("$")) {
      const item = patched(
        { id: 101 + items.length, type: last.slice(1), fields: { "System.State": "To Do" }, history: [] },
        patch,
      );
      items.push(item);
      return { status: 200, body: item };
    }
    const item = items.find(({ id }) => id === Number(last));
    return item
      ? { status: 200, body: patched(item, patch) }
      : { status: 404, body: { message: `no work item ${last}` } };
  };
  return { items, answer };
}

let board: ReturnType<typeof boards>;
let service: Awaited<ReturnType<typeof localService>>;
let items: WorkItems;

beforeEach(async () => {
  board = boards();
  service = await localService((call) => board.answer(call));
  items = azureBoards({
    organization: service.address,
    project: "Claims",
    itemType: "Issue",
    openState: "To Do",
    closedState: "Done",
    handler: getPersonalAccessTokenHandler("planted-token"),
  });
});

afterEach(() => service.close());

test("opens one item however often it is asked, told by its tag", async () => {
  await items.open(request);
  await items.open(request);
  expect(board.items).toHaveLength(1);
  expect(board.items[0]).toMatchObject({
    type: "Issue",
    fields: {
      "System.Title": "[Sev1] model-callers-turned-away on ais-claims",
      "System.Tags": "incident; ringfence-0123456789abcdef",
      "System.State": "To Do",
    },
    history: [],
  });
  expect(service.calls.filter(({ method }) => method === "POST").map(({ url }) => url.pathname)).toContain(
    "/Claims/_apis/wit/workItems/$Issue",
  );
});

test("closes it when it is gone, once, and opens the same one again", async () => {
  await items.open(request);
  await items.close(over);
  await items.close(over);
  expect(board.items).toMatchObject([{ fields: { "System.State": "Done" }, history: ["The incident is over."] }]);
  await items.open(request);
  expect(board.items).toMatchObject([{ fields: { "System.State": "To Do" } }]);
});

test("of two that were made at the same time, the older one stays", async () => {
  await items.open(request);
  const [first] = board.items;
  if (first) board.items.push({ ...first, id: 102, fields: { ...first.fields }, history: [] });
  await items.open(request);
  expect(board.items).toMatchObject([
    { fields: { "System.State": "To Do" } },
    { fields: { "System.State": "Done" }, history: ["The same as #101."] },
  ]);
});

test("closing what was never opened does nothing", async () => {
  await items.close(over);
  expect(board.items).toEqual([]);
});

test("what is written is no HTML of an alert's", async () => {
  await items.open({ ...request, message: { ...request.message, text: "<b>5 > 3</b>" } });
  expect(board.items[0]?.fields["System.Description"]).toContain("&lt;b&gt;5 &gt; 3&lt;/b&gt;<br>");
});
