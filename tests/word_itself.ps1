# What Word itself shows before each paragraph of each .docx of a folder, for `python -m tests.word_schemes`.
param([string]$Folder)
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  foreach ($file in Get-ChildItem -Path $Folder -Filter *.docx) {
    $document = $word.Documents.Open($file.FullName, $false, $true)
    $lines = foreach ($paragraph in $document.Paragraphs) {
      $words = $paragraph.Range.Text -replace '[\x00-\x1f]', ' '
      "$($paragraph.Range.ListFormat.ListString)`t$($words.Trim())"
    }
    Set-Content -Path ($file.FullName -replace '\.docx$', '.numbers.tsv') -Value $lines -Encoding utf8
    $document.Close($false)
  }
} finally {
  $word.Quit()
}
