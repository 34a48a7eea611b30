# A server on loopback that plays both vendors. What it does stands first in the address: http://127.0.0.1:<port>/<behaviour>/...
#   tokens-<n>    answers, with n tokens of the prompt        wrong       answers with JSON of another kind
#   retry-<n>     answers 429 n times, then as tokens-1118    redirect    sends elsewhere
#   refuse        401, and quotes the key                     hang        never answers
#   bad, broken   400, 500                                    backwards-<n>  answers n requests, the last one first
#   files         gives files of a folder, in ranges          whole       gives them without ranges
function Start-VisionServer {
    param([string] $Folder)
    $state = [hashtable]::Synchronized(@{ Folder = $Folder; Seen = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new()); Ready = [Threading.ManualResetEventSlim]::new() })
    $shell = [powershell]::Create()
    [void] $shell.AddScript({
        param($state)
        $ErrorActionPreference = 'Stop'
        while (-not $state.Listener) {
            $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $probe.Start()
            $address = "http://127.0.0.1:$($probe.LocalEndpoint.Port)/"
            $probe.Stop()
            $listener = [Net.HttpListener]::new()
            $listener.Prefixes.Add($address)
            # Another program may have taken the port in between.
            try { $listener.Start(); $state.Address = $address; $state.Listener = $listener } catch [Net.HttpListenerException] { }
        }

        function Send-Answer($context, [int] $status, [string] $json, [hashtable] $headers = @{}) {
            $bytes = [Text.Encoding]::UTF8.GetBytes($json)
            $context.Response.StatusCode = $status
            $context.Response.ContentType = 'application/json'
            $context.Response.Headers['x-request-id'] = "req_$($state.Seen.Count)"
            foreach ($name in $headers.Keys) { $context.Response.Headers[$name] = $headers[$name] }
            $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
            $context.Response.Close()
        }

        function Get-Answer([string] $path, [int] $tokens, [string] $text) {
            $answer = if ($path -match ':countTokens$') {
                @{ totalTokens = $tokens; promptTokensDetails = @(@{ modality = 'TEXT'; tokenCount = 5 }, @{ modality = 'IMAGE'; tokenCount = $tokens - 5 }) }
            } elseif ($path -match ':generateContent$') {
                @{
                    candidates = @(@{ content = @{ role = 'model'; parts = @(@{ text = $text }) }; finishReason = 'STOP' })
                    usageMetadata = @{
                        promptTokenCount = $tokens; candidatesTokenCount = 42; totalTokenCount = $tokens + 42
                        promptTokensDetails = @(@{ modality = 'TEXT'; tokenCount = 5 }, @{ modality = 'IMAGE'; tokenCount = $tokens - 5 })
                    }
                }
            } elseif ($path -match '/responses$') {
                @{
                    object = 'response'; status = 'completed'; model = 'gpt-4o-mini'
                    output = @(@{ type = 'message'; role = 'assistant'; content = @(@{ type = 'output_text'; text = $text }) })
                    usage = @{ input_tokens = $tokens; output_tokens = 93; total_tokens = $tokens + 93 }
                }
            } else {
                @{
                    object = 'chat.completion'; model = 'gpt-4o-mini'
                    choices = @(@{ index = 0; message = @{ role = 'assistant'; content = $text }; finish_reason = 'stop' })
                    usage = @{ prompt_tokens = $tokens; completion_tokens = 93; total_tokens = $tokens + 93 }
                }
            }
            ConvertTo-Json $answer -Depth 9 -Compress
        }

        function Send-File($context, [string] $name, [bool] $inRanges) {
            $bytes = [IO.File]::ReadAllBytes((Join-Path $state.Folder $name))
            $first, $last = 0, ($bytes.Length - 1)
            if ($inRanges -and $context.Request.Headers['Range'] -match '^bytes=(\d+)-(\d*)$') {
                $first = [int] $Matches[1]
                if ($Matches[2]) { $last = [Math]::Min($last, [int] $Matches[2]) }
                $context.Response.StatusCode = 206
                $context.Response.Headers['Content-Range'] = "bytes $first-$last/$($bytes.Length)"
            }
            $context.Response.ContentLength64 = $last - $first + 1
            try { $context.Response.OutputStream.Write($bytes, $first, $last - $first + 1) } catch { }
            $context.Response.Close()
        }

        $waiting = [Collections.Generic.List[object]]::new()
        $refused = @{}
        $state.Ready.Set()
        while ($state.Listener.IsListening) {
            try { $context = $state.Listener.GetContext() } catch { break }
            try {
                $request = $context.Request
                $body = [IO.StreamReader]::new($request.InputStream).ReadToEnd()
                $key = "$($request.Headers['Authorization'])$($request.Headers['x-goog-api-key'])$($request.Headers['api-key'])"
                $path = $request.Url.AbsolutePath
                [void] $state.Seen.Add([pscustomobject]@{ Path = $path; Query = $request.Url.Query; Method = $request.HttpMethod; Body = $body; Key = $key; ContentType = $request.ContentType })
                $behaviour, $number = $path.Split('/')[1] -split '-'
                switch ($behaviour) {
                    tokens { Send-Answer $context 200 (Get-Answer $path $number 'A boardwalk.') }
                    retry {
                        if (++$refused[$path] -le $number) {
                            Send-Answer $context 429 '{"error":{"message":"Rate limit reached.","type":"requests","code":"rate_limit_exceeded"}}' @{ 'Retry-After' = '0'; 'retry-after-ms' = '1' }
                        } else { Send-Answer $context 200 (Get-Answer $path 1118 'A boardwalk.') }
                    }
                    backwards {
                        $waiting.Add(@($context, (Get-Answer $path 1118 (($body | ConvertFrom-Json).messages[-1].content[0].text))))
                        if ($waiting.Count -eq $number) {
                            $waiting.Reverse()
                            foreach ($answer in $waiting) { Send-Answer $answer[0] 200 $answer[1] }
                            $waiting.Clear()
                        }
                    }
                    refuse { Send-Answer $context 401 (@{ error = @{ message = "Incorrect API key provided: $($key -replace '^Bearer ')."; type = 'invalid_request_error'; code = 'invalid_api_key' } } | ConvertTo-Json) }
                    bad { Send-Answer $context 400 '{"error":{"message":"Invalid image.","type":"invalid_request_error","code":"invalid_image"}}' }
                    broken { Send-Answer $context 500 '{"error":{"message":"The server had an error.","type":"server_error","code":null}}' }
                    wrong { Send-Answer $context 200 '{"hello":"world"}' }
                    redirect { Send-Answer $context 307 '' @{ Location = 'http://127.0.0.2:1/elsewhere' } }
                    files { Send-File $context $path.Substring(7) $true }
                    whole { Send-File $context $path.Substring(7) $false }
                    hang { }
                    default { Send-Answer $context 404 '{"error":{"message":"Nothing is here."}}' }
                }
            } catch { $context.Response.Abort() }
        }
    }).AddArgument($state)
    $state.Shell = $shell
    $state.Running = $shell.BeginInvoke()
    [void] $state.Ready.Wait(30000)
    $state
}

function Stop-VisionServer {
    param($Server)
    $Server.Listener.Close()
    $Server.Shell.Stop()
    $Server.Shell.Dispose()
}
