/** Who stands before the editor's desk: a person of a body, or of the service itself. */
export interface Editor {
  readonly role: string;
  /** Null: acts for the service and so for every body. */
  readonly agencyCode: string | null;
}

const READERS: readonly string[] = ['officer', 'supervisor', 'operator', 'auditor', 'monitor'];
const isOfBody = ({ role, agencyCode }: Editor, owner: string): boolean =>
  (role === 'officer' || role === 'supervisor') && agencyCode === owner;

export const mayRead = ({ role }: Editor): boolean => READERS.includes(role);

/** An officer writes for the own body, an operator for any. */
export const mayWrite = (editor: Editor, owner: string): boolean =>
  editor.role === 'operator' || isOfBody(editor, owner);

/** The head of the body or an operator; that it is not the writer is checked with the version. */
export const mayApprove = (editor: Editor, owner: string): boolean =>
  editor.role === 'operator' || (editor.role === 'supervisor' && isOfBody(editor, owner));
