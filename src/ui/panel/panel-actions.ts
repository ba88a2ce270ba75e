import type { ErrorAction } from '../../errors/error-catalogue.ts';
import type { AccessAnswer } from '../../messaging/protocol.ts';

/** What the user can do in the panel. */
export interface PanelActions {
  close(): void;
  cancel(): void;
  answerAccess(answer: AccessAnswer, origin: string): void;
  handleError(action: ErrorAction): void;
}
