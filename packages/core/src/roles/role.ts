/** One of Azure's built-in roles: what it lets a principal do. */
export interface Role {
  /** The name as the portal shows it. Names change now and then, ids do not. */
  name: string;
  /** The role definition's GUID, the same in every tenant. */
  id: string;
  /** Operations on resources that it allows; `*` stands for any part. Compare without case. */
  actions: readonly string[];
  /** Operations on resources that it takes away from `actions`. */
  notActions: readonly string[];
  /** Operations on data inside resources that it allows. */
  dataActions: readonly string[];
  /** Operations on data that it takes away from `dataActions`. */
  notDataActions: readonly string[];
  /** The only roles that it may assign, where a condition limits its right to assign roles. */
  assignableRoleIds: readonly string[];
  /** The page and its date; `roleSources` has its place. */
  source: string;
}
