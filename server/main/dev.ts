// `npm run dev`: the same process, with Next compiling pages as they are asked for.
process.env.NODE_ENV = "development";
await import("./start");
