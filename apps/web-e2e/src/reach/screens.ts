/** The narrowest screen that there is to be for. */
export const NARROWEST = { width: 320, height: 568 } as const;
/** A desktop's. */
export const DESKTOP = { width: 1280, height: 800 } as const;
/** The same, magnified to 200 %. */
export const MAGNIFIED = { width: 640, height: 400 } as const;
