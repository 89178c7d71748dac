@echo off
rem Starts Caravel with its own runtime.
setlocal
set "HERE=%~dp0.."
"%HERE%\runtime\bin\java.exe" "@%HERE%\lib\caravel.args" "-XX:AOTCache=%HERE%\lib\caravel.aot" -cp "%HERE%\lib\caravel.jar" app.caravel.Caravel %*
exit /b %ERRORLEVEL%
