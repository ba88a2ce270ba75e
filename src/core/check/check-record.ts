import type { ErrorData } from '../errors/error-data.ts';
import { fileBriefSchema, fileMetadataSchema } from '../media/file-metadata.ts';
import { type Parsed, z } from '../schema.ts';
import { verdictSchema } from '../service/verdict.ts';
import { checkProgressSchema } from './check-progress.ts';
import { versionVerdictSchema } from './firmness.ts';
import { mediaReferenceSchema } from './media-reference.ts';
import { partSchema } from './part.ts';
import { questionSchema, sendReasonSchema } from './question.ts';
import { readReportSchema } from './read-report.ts';
import { timelineSchema } from './timeline.ts';

const checkStateSchema = z.enum(['queued', 'reading', 'asking', 'uploading', 'waiting', 'done', 'failed', 'cancelled']);

/**
 * The states of a check. `asking` waits for the user (site access, and every question before sending); the others run or
 * have ended.
 */
export type CheckState = Parsed<typeof checkStateSchema>;

const stageSchema = z.object({
  state: checkStateSchema,
  /** Epoch milliseconds. */
  at: z.number(),
});

const frameVerdictSchema = z.object({
  isAi: z.boolean(),
  /** P(AI) from 0 to 1; absent when no honest number is known. */
  likelihood: z.exactOptional(z.number()),
  /** Its place in the video. */
  atSeconds: z.number(),
});

/** What the service said of one frame of a video. */
export type FrameVerdict = Parsed<typeof frameVerdictSchema>;

export const judgementSchema = z.enum(['agree', 'disagree', 'unsure']);

/** What the user thinks of a verdict. */
export type Judgement = Parsed<typeof judgementSchema>;

/** An error as it is stored: by this software alone. The sentence for a code it no longer knows is that of `unexpected`. */
export const errorSchema = z.custom<ErrorData>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
);

const judgedFields = {
  id: z.string(),
  state: checkStateSchema,
  media: mediaReferenceSchema,
  /** The user chose the screen over the original file. */
  fromScreen: z.boolean(),
  /** It is about a part of an image, which another check is about. */
  part: z.exactOptional(partSchema),
  /** The check of a whole page to which it belongs, by that one's id. */
  pageRun: z.exactOptional(z.string()),
  /** How often a background that ended left this check to the next. */
  restarts: z.exactOptional(z.number()),
  question: z.exactOptional(questionSchema),
  /** What the user said yes to, for this check; to private networks, of `agreedHosts` only, wherever a server or the page leads. */
  agreed: z.exactOptional(z.array(sendReasonSchema)),
  /** The same while nobody was signed in: it may be read, which says nothing of sending it. */
  agreedToRead: z.exactOptional(z.array(sendReasonSchema)),
  agreedHosts: z.exactOptional(z.array(z.string())),
  read: z.exactOptional(readReportSchema),
  progress: z.exactOptional(checkProgressSchema),
  /** A small picture of what was checked, for the lists. Never leaves the computer; kept where Blobs can be. */
  thumbnail: z.exactOptional(z.instanceof(Blob)),
  verdict: z.exactOptional(verdictSchema),
  /** In the place of one verdict: those on the frames of a video that the service has answered. */
  frames: z.exactOptional(z.array(frameVerdictSchema)),
  /** How firm the verdict is: those on the versions of the image that the service has answered, where the user asked. */
  firmness: z.exactOptional(z.array(versionVerdictSchema)),
  /** The verdicts on parts of the video, where the user asked. */
  timeline: z.exactOptional(timelineSchema),
  judgement: z.exactOptional(judgementSchema),
  /** The host of the service that gave the verdict. */
  sentTo: z.exactOptional(z.string()),
  /** When BitMind gave the verdict, where it was given to an earlier check of the same bytes. Epoch milliseconds. */
  answeredAt: z.exactOptional(z.number()),
  /** What the file says about itself; left out until it was looked at. */
  fileMetadata: z.exactOptional(fileMetadataSchema),
  /** That is being read still: it may come after the verdict. */
  isReadingFile: z.exactOptional(z.boolean()),
  /** Why BitMind was not asked: nobody is signed in. The check is done all the same, with what the file says alone. */
  unjudged: z.exactOptional(errorSchema),
  /** Why checking it again came to nothing. Its verdict is the earlier one. */
  notCheckedAgain: z.exactOptional(errorSchema),
  error: z.exactOptional(errorSchema),
  /** In the place of `fileMetadata`, where that was left to the history. */
  fileBrief: z.exactOptional(fileBriefSchema),
  /** What only its details show was left to the history. */
  isLean: z.exactOptional(z.boolean()),
  /** The states it went through, and when. */
  stages: z.exactOptional(z.array(stageSchema)),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  /** Epoch milliseconds; set with the end states. */
  endedAt: z.exactOptional(z.number()),
};

/** One check: the only record of it. Panels, popup and results are views of this. */
export const checkRecordSchema = z.object({
  ...judgedFields,
  /** What it was when it had a verdict, while it is checked again: it is that again, where nothing comes of it. */
  earlier: z.exactOptional(z.object(judgedFields)),
});
export interface CheckRecord extends Parsed<typeof checkRecordSchema> {}
