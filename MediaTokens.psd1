@{
    RootModule           = 'MediaTokens.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f1e3c0a-7d0e-4b57-9f5b-2c7a4d1e8b36'
    Author               = 'MediaTokens contributors'
    CompanyName          = 'MediaTokens contributors'
    Copyright            = 'Copyright (c) MediaTokens contributors. MIT licence.'
    Description          = 'Tells what images, videos and PDF documents cost on the vision models of the big vendors, in tokens and in money, fast and with the working shown: Get-ChildItem *.jpg | Get-MediaTokenCost -Model *. Compares models and settings, shrinks images to what the model looks at, builds and sends the requests, and holds the estimates against the bills.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    CmdletsToExport      = @('Compare-MediaTokenModel', 'Compare-MediaTokenUsage', 'Get-MediaTokenCost', 'Get-MediaTokenEngine', 'Get-MediaTokenModel', 'Invoke-VisionRequest', 'New-VisionRequest', 'Optimize-ImageForVision', 'Test-MediaForVision', 'Update-MediaTokenCatalog')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    FormatsToProcess     = @('MediaTokens.Format.ps1xml')
    TypesToProcess       = @('MediaTokens.Types.ps1xml')
    PrivateData          = @{
        PSData = @{
            Tags         = @('AI', 'LLM', 'vision', 'tokens', 'cost', 'OpenAI', 'Gemini', 'Claude', 'image', 'video', 'pdf', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
