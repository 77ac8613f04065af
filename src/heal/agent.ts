/** A coding agent that may propose a fix. It is shown a task and answers with text; what it claims counts for nothing. */
export interface Agent {
  propose(task: AgentTask): Promise<AgentReply>;
}

export interface AgentTask {
  /** Root-relative. */
  readonly path: string;
  readonly text: string;
  /** What the agent reads. */
  readonly prompt: string;
}

export type AgentReply =
  /** What it wrote to standard output. */
  | { readonly kind: 'answer'; readonly text: string }
  /** The file as it left it in its scratch folder, where it gave no block of edits. */
  | { readonly kind: 'edited'; readonly text: string }
  /** It ran out of time, failed, said too much, or touched what it was not asked about; one clause. */
  | { readonly kind: 'failed'; readonly why: string };
