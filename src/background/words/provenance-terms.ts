import { type MessageKey, translate } from '../../core/i18n.ts';

/**
 * The actions of C2PA 2.4 (specification, 18.15.1) and those of older versions; what is about fonts alone is left out. Two names have
 * the same words: one is the other's new name.
 */
const ACTION_WORDS: Readonly<Record<string, MessageKey>> = {
  'c2pa.created': 'stepCreated',
  'c2pa.opened': 'stepOpened',
  'c2pa.placed': 'stepPlaced',
  'c2pa.removed': 'stepRemoved',
  'c2pa.deleted': 'stepDeleted',
  'c2pa.edited': 'stepEdited',
  'c2pa.edited.metadata': 'stepEditedMetadata',
  'c2pa.enhanced': 'stepEnhanced',
  'c2pa.adjustedColor': 'stepColour',
  'c2pa.filtered': 'stepFiltered',
  'c2pa.drawing': 'stepDrawing',
  'c2pa.addedText': 'stepAddedText',
  'c2pa.cropped': 'stepCropped',
  'c2pa.orientation': 'stepOrientation',
  'c2pa.resized': 'stepResized',
  'c2pa.resized.proportional': 'stepResizedEvenly',
  'c2pa.converted': 'stepConverted',
  'c2pa.transcoded': 'stepTranscoded',
  'c2pa.repackaged': 'stepRepackaged',
  'c2pa.trimmed': 'stepTrimmed',
  'c2pa.changedSpeed': 'stepSpeed',
  'c2pa.dubbed': 'stepDubbed',
  'c2pa.translated': 'stepTranslated',
  'c2pa.mixed': 'stepMixed',
  'c2pa.remixed': 'stepRemixed',
  'c2pa.mastered': 'stepMastered',
  'c2pa.watermarked': 'stepWatermarked',
  'c2pa.watermarked.bound': 'stepWatermarkedBound',
  'c2pa.watermarked.unbound': 'stepWatermarkedUnbound',
  'c2pa.published': 'stepPublished',
  'c2pa.redacted': 'stepRedacted',
  'c2pa.unknown': 'stepUnknown',
  'c2pa.saved': 'stepSaved',
  'c2pa.copied': 'stepCopied',
  'c2pa.formatted': 'stepFormatted',
  'c2pa.managed': 'stepManaged',
  'c2pa.printed': 'stepPrinted',
  'c2pa.produced': 'stepProduced',
  'c2pa.version_updated': 'stepVersionUpdated',
  'c2pa.color_adjustments': 'stepColour',
};

/** The terms of IPTC's vocabulary of digital source types (2024-05), and those that C2PA adds. */
const SOURCE_WORDS: Readonly<Record<string, MessageKey>> = {
  trainedAlgorithmicMedia: 'sourceTrained',
  compositeWithTrainedAlgorithmicMedia: 'sourceCompositeTrained',
  compositeSynthetic: 'sourceCompositeSynthetic',
  trainedAlgorithmicData: 'sourceTrainedData',
  algorithmicMedia: 'sourceAlgorithmic',
  algorithmicallyEnhanced: 'sourceEnhanced',
  digitalCapture: 'sourceDigitalCapture',
  computationalCapture: 'sourceComputational',
  negativeFilm: 'sourceNegative',
  positiveFilm: 'sourcePositive',
  print: 'sourcePrint',
  humanEdits: 'sourceHumanEdits',
  minorHumanEdits: 'sourceMinorEdits',
  compositeCapture: 'sourceCompositeCapture',
  composite: 'sourceComposite',
  digitalCreation: 'sourceDigitalCreation',
  digitalArt: 'sourceDigitalArt',
  dataDrivenMedia: 'sourceDataDriven',
  virtualRecording: 'sourceVirtualRecording',
  screenCapture: 'sourceScreenCapture',
  softwareImage: 'sourceSoftwareImage',
  empty: 'sourceEmpty',
};

/** An action in the user's language; one of a signer's own by its own name. */
export function actionText(code: string): string {
  return termText(ACTION_WORDS, code);
}

/** A digital source type in the user's language; one that is not of the vocabulary by its own name. */
export function sourceTermText(term: string): string {
  return termText(SOURCE_WORDS, term);
}

function termText(words: Readonly<Record<string, MessageKey>>, term: string): string {
  const key = Object.hasOwn(words, term) ? words[term] : undefined;
  return key === undefined ? term : translate(key);
}
