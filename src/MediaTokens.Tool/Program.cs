using MediaTokens.Tool.CommandLine;

return Application.Run(args);
