import type { ArmAction } from "../action";

/**
 * Restarts of apps: a web app, or one revision of a container app. What runs in them is not simulated, so a restart is
 * in the door's list of calls and nowhere else.
 */
export const appActions: readonly ArmAction[] = [
  { armType: "Microsoft.Web/sites", name: "restart", run: () => ({ status: 200 }) },
  { armType: "Microsoft.App/containerApps/revisions", name: "restart", run: () => ({ status: 200 }) },
];
