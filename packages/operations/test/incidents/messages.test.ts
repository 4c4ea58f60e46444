import { type IncidentMessage, messageForms } from "@ringfence/operations/incidents";
import { message, over } from "../work-items/requests";

const address = "https://hooks.contoso.example/planted-key";
const key = "planted-routing-key-of-32-letters";
const ended: IncidentMessage = { ...over.message, resolvedAt: "2026-11-21T03:30:00.000Z" };

test("Teams gets a message with one adaptive card", () => {
  const { url, body } = messageForms.teams(message, address);
  expect(url).toBe(address);
  expect(body).toMatchObject({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            { type: "TextBlock", color: "Attention", text: message.title },
            { type: "TextBlock", text: message.text },
            { type: "FactSet", facts: message.facts.map(([title, value]) => ({ title, value })) },
          ],
          actions: [{ type: "Action.OpenUrl", title: "Runbook", url: message.runbookUrl }],
        },
      },
    ],
  });
});

test("Slack gets blocks, with the title as the text of the notification, and escaped text", () => {
  const { body } = messageForms.slack({ ...message, text: "5 < 7 & 9 > 8", title: "x".repeat(200) }, address);
  expect(body).toMatchObject({
    text: "x".repeat(200),
    blocks: [
      { type: "header", text: { type: "plain_text", text: "x".repeat(150) } },
      { type: "section", text: { type: "mrkdwn", text: "5 &lt; 7 &amp; 9 &gt; 8" } },
      { type: "section", text: { type: "mrkdwn", text: expect.stringContaining("*Service*: claims-assistant") } },
      { type: "actions", elements: [{ type: "button", url: message.runbookUrl }] },
    ],
  });
});

test("PagerDuty gets a trigger and a resolve under the incident's id", () => {
  const opened = messageForms.pagerduty(message, key);
  expect(opened.url).toBe("https://events.pagerduty.com/v2/enqueue");
  expect(opened.body).toMatchObject({
    routing_key: key,
    event_action: "trigger",
    dedup_key: message.incident,
    payload: { summary: message.title, source: message.targets[0], severity: "error", component: "claims-assistant" },
    links: [{ href: message.runbookUrl, text: "Runbook" }],
  });
  const closed = messageForms.pagerduty(ended, key, "https://events.eu.pagerduty.com/");
  expect(closed).toMatchObject({
    url: "https://events.eu.pagerduty.com/v2/enqueue",
    body: { routing_key: key, event_action: "resolve", dedup_key: message.incident },
  });
});

test("Opsgenie gets an alert and its closing under the incident's id, the key in the header only", () => {
  const opened = messageForms.opsgenie(message, key);
  expect(opened).toMatchObject({
    url: "https://api.opsgenie.com/v2/alerts",
    headers: { authorization: `GenieKey ${key}` },
    body: { message: message.title, alias: message.incident, priority: "P2", entity: "claims-assistant" },
  });
  expect(JSON.stringify(opened.body)).not.toContain(key);
  expect(messageForms.opsgenie(ended, key).url).toBe(
    `https://api.opsgenie.com/v2/alerts/${message.incident}/close?identifierType=alias`,
  );
});

test("the common alert schema says Fired and Resolved under the same alertId", () => {
  const essentials = (told: IncidentMessage) =>
    (messageForms["common-alert-schema"](told, address).body as { data: { essentials: Record<string, unknown> } }).data
      .essentials;
  expect(essentials(message)).toMatchObject({
    alertId: message.incident,
    severity: "Sev1",
    monitorCondition: "Fired",
    firedDateTime: message.openedAt,
    alertTargetIDs: message.targets,
  });
  expect(essentials(ended)).toMatchObject({
    alertId: message.incident,
    monitorCondition: "Resolved",
    resolvedDateTime: "2026-11-21T03:30:00.000Z",
  });
});
