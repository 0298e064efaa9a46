// A file of journeys that does not load, for the test of what is told of it.

throw new Error("it does not load");
