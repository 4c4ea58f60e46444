/** Every action that a job or a runbook may take. What is not in here has no way to an effect. */
export const ActionId = {
  /** Lists what the vault holds, without values. */
  ReadInventory: "read-inventory",
  /** Gives the slot that is not published a new key. */
  RegenerateKey: "regenerate-key",
  /** Writes a new version of a secret, which readers get from then on. */
  PublishSecret: "publish-secret",
  /** Renews the slot that was published before, once nobody uses it any more. */
  RetireKey: "retire-key",
  /** Kills a key at once, used or not. */
  RevokeKey: "revoke-key",
  /** Switches a version of a secret off. */
  DisableSecretVersion: "disable-secret-version",
  /** Makes consumers read their secrets again. */
  RestartConsumer: "restart-consumer",
  /** Stops every action that changes something. */
  StopAutomation: "stop-automation",
  /** Lets actions run again. */
  ResumeAutomation: "resume-automation",
  /** Asks a second person to approve a high-risk action. */
  RequestApproval: "request-approval",
  /** Approves what somebody else has asked for. */
  GrantApproval: "grant-approval",
  /** Opens a work item, or writes to the one that is open. */
  OpenWorkItem: "open-work-item",
  /** Closes a work item whose reason is gone. */
  CloseWorkItem: "close-work-item",
  /** Tells somebody of an incident, or the next one in line. */
  Notify: "notify",
  /** Starts a job now. */
  StartJob: "start-job",
} as const;
export type ActionId = (typeof ActionId)[keyof typeof ActionId];
