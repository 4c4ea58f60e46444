import { isOver, type MessageForm } from "./message";

/**
 * An adaptive card for a Teams workflow ("Post to a channel when a webhook request is received"), which takes a message
 * with the card as its attachment (Microsoft Teams docs, "Create incoming webhooks with Workflows"). Version 1.4 is what
 * every Teams client shows.
 */
export const teamsMessage: MessageForm = (message, address) => ({
  url: address,
  headers: {},
  body: {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            {
              type: "TextBlock",
              size: "Medium",
              weight: "Bolder",
              wrap: true,
              color: isOver(message) ? "Good" : message.severity <= "Sev1" ? "Attention" : "Warning",
              text: message.title,
            },
            { type: "TextBlock", wrap: true, text: message.text },
            { type: "FactSet", facts: message.facts.map(([title, value]) => ({ title, value })) },
          ],
          ...(message.runbookUrl && {
            actions: [{ type: "Action.OpenUrl", title: "Runbook", url: message.runbookUrl }],
          }),
        },
      },
    ],
  },
});
