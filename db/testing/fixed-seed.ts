import fc from "fast-check";

const SEED = 20_261_122;

// A run is the same as the one before it, so that what fails was changed. `FUZZ_SEED=$RANDOM` goes elsewhere.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? SEED) });
