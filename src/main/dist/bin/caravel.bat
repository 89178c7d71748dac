@echo off
rem Starts Caravel with its own runtime.
setlocal
set "HERE=%~dp0.."
set "CACHE=caravel"
set "YOUNG="
for %%W in (account backup campaign contacts log report restore sync tracker useragent) do if /i "%~1"=="%%W" (set "CACHE=caravel-verbs"& set "YOUNG=-Xms64m -XX:NewSize=32m")
set "COMPILERS="
if /i "%~1 %~2"=="log search" set "COMPILERS=-XX:TieredStopAtLevel=1"
"%HERE%\runtime\bin\java.exe" "@%HERE%\lib\caravel.args" %YOUNG% %COMPILERS% "-XX:AOTCache=%HERE%\lib\%CACHE%.aot" -cp "%HERE%\lib\caravel.jar" app.caravel.Caravel %*
exit /b %ERRORLEVEL%
