import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const insecureIngress = resourceRule({
  id: "container-app-no-insecure-ingress",
  title: "Container apps answer over HTTPS only",
  covers: ["Azure.ContainerApp.Insecure"],
  requirements: [],
  severity: "high",
  appliesTo: "app:ContainerApp",
  holds: (app) => app.at("configuration.ingress.allowInsecure").isNot(true),
  fix: "Leave configuration.ingress.allowInsecure out: HTTP is then redirected to HTTPS.",
  why: "Prompts, answers and tokens would cross the network readable by everybody on the way.",
  frameworks: [benchmarkControl("NS-2", "Azure.ContainerApp.Insecure")],
});
