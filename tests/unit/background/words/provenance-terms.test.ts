import { beforeEach, expect, it } from 'vitest';
import { actionText, sourceTermText } from '../../../../src/background/words/provenance-terms.ts';
import { speakEnglish } from '../../english.ts';

beforeEach(speakEnglish);

// C2PA 2.4, table of pre-defined actions, and those of versions before it.
const ACTIONS =
  'addedText adjustedColor changedSpeed color_adjustments converted copied created cropped deleted drawing dubbed edited edited.metadata enhanced filtered formatted managed mastered mixed opened orientation placed printed produced published redacted remixed removed repackaged resized resized.proportional saved transcoded translated trimmed unknown version_updated watermarked watermarked.bound watermarked.unbound';

// cv.iptc.org/newscodes/digitalsourcetype, retired terms too, and what C2PA adds.
const SOURCES =
  'algorithmicMedia algorithmicallyEnhanced composite compositeCapture compositeSynthetic compositeWithTrainedAlgorithmicMedia computationalCapture dataDrivenMedia digitalArt digitalCapture digitalCreation empty humanEdits minorHumanEdits negativeFilm positiveFilm print screenCapture softwareImage trainedAlgorithmicData trainedAlgorithmicMedia virtualRecording';

it.each(ACTIONS.split(' '))('the action c2pa.%s has words', (name) => {
  expect(actionText(`c2pa.${name}`)).toMatch(/^[A-Z][\w ’,-]+$/);
});

it.each(SOURCES.split(' '))('the digital source type %s has words', (term) => {
  expect(sourceTermText(term)).toMatch(/^[A-Z][\w ,]+$/);
  expect(sourceTermText(term)).not.toBe(term);
});

it.each(['com.example.sparkle', 'constructor', '__proto__', 'c2pa.'])(
  '%s, of no vocabulary, shows its own name',
  (name) => {
    expect(actionText(name)).toBe(name);
    expect(sourceTermText(name)).toBe(name);
  },
);
