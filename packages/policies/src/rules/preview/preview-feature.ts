import { fails, resourceRule } from "../../rule";
import { previewFix, wherePreviewsAreKeptOut } from "./isolation";

export const previewFeature = resourceRule({
  id: "no-preview-feature-registrations",
  title: "Subscriptions register no preview features",
  covers: ["preview-feature-registration"],
  requirements: ["OE-R11"],
  severity: "high",
  aboutPreviews: true,
  appliesTo: "features:SubscriptionFeatureRegistration",
  holds: (registration, context) =>
    wherePreviewsAreKeptOut(registration, context, () => fails("", "registers a preview feature")),
  fix: `Remove the registration and wait until the feature is generally available, ${previewFix}`,
  why: "A registration opens the preview to everything in the subscription, production included.",
});
