import { PartPicker } from '../../core/view/part-picker.tsx';
import { sharePartPicker } from '../shared/between-scripts.ts';

/** Lets panel.js have a part of an image chosen, where the user wants to check one. */
export function startPartScript(): void {
  sharePartPicker(PartPicker);
}
