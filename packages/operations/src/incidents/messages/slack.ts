import type { MessageForm } from "./message";

/** A header holds 150 characters (Slack, Block Kit reference). */
const LONGEST_HEADER = 150;

/**
 * Blocks for a Slack incoming webhook, with the title as the text that notifications and screen readers use (Slack,
 * "Sending messages using incoming webhooks"). Text is escaped as Slack asks for: & < >.
 */
export const slackMessage: MessageForm = ({ title, text, facts, runbookUrl }, address) => ({
  url: address,
  headers: {},
  body: {
    text: escaped(title),
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, LONGEST_HEADER) } },
      { type: "section", text: { type: "mrkdwn", text: escaped(text) } },
      {
        type: "section",
        text: { type: "mrkdwn", text: facts.map(([name, value]) => `*${name}*: ${escaped(value)}`).join("\n") },
      },
      ...(runbookUrl
        ? [
            {
              type: "actions",
              elements: [{ type: "button", text: { type: "plain_text", text: "Runbook" }, url: runbookUrl }],
            },
          ]
        : []),
    ],
  },
});

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
