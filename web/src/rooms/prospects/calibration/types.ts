import type { Schemas } from '@platform/api/types';

export type Calibration = Schemas['Calibration'];
export type Calibrated = Schemas['Calibrated'];
export type SaidCard = Schemas['SaidCard'];
export type Outcome = SaidCard['outcome'];
